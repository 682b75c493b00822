export { type Cluster, type ClusterOptions, runningPort, startCluster } from './cluster.js';
